/**
 * Forms: what a workflow asks before it starts or resumes.
 *
 * <p>Start at {@link dev.orchestrator.form.Form}: a form is a chain of pages. A page is a record whose components are its
 * fields ({@link dev.orchestrator.form.FormPage}), with Bean Validation's annotations as constraints and a few of ours for what
 * those can't say, or is built at run time ({@link dev.orchestrator.form.FormFields}). What a page shows without asking is a
 * {@link dev.orchestrator.form.Display}. A form is laid against the pages posted so far and answers with a {@link
 * dev.orchestrator.form.FormReply}: the next page as JSON Schema, the errors by field, or the complete input.
 *
 * <p>Inside, each kind of field is a {@code FieldType} that both writes its schema and reads its input; {@code RecordFields}
 * makes them from a record. Knows JSON and the types of values, and nothing of workflows, HTTP or the database.
 */
package dev.orchestrator.form;
