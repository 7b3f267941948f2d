/** The address of the trash. @param title of a project as a page shows it. @default all projects */
export function trashAddress(title?: string): string {
  return title === undefined ? "/trash" : `/trash?${new URLSearchParams({ project: title })}`;
}
