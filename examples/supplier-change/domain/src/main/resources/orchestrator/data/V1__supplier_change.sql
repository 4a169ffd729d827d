INSERT INTO workflows (name, target, is_task, description) VALUES
    ('supplier_change', 'SYSTEM', true, 'Supplier change');
