INSERT INTO workflows (name, target, is_task, description) VALUES
    ('patching_example', 'SYSTEM', true, 'A workflow in the four stages of a change');
