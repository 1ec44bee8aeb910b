/** Id of the form that sends the ticked runs of a page. */
export const bulkFormId = "bulk";
