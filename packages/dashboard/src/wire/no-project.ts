/** What a page says where no project has the name of its address. */
export interface NoProjectData {
  readonly wanted: string;
  /** Projects to choose from, the one that was most likely meant first. */
  readonly offers: readonly { readonly name: string; readonly runs: number }[];
}
