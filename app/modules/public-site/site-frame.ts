/** What stands around every public page. Nothing in it is about the reader. */
export interface SiteFrameData {
  centreName: string;
  /** Language in which this page is read. */
  language: string;
  /** Languages in which the centre offers its pages. */
  languages: readonly string[];
  /** The day on which someone last confirmed the centre's own data, `YYYY-MM-DD`. */
  checkedOn?: string;
  /** Where staff sign in; absolute where the workspace has an origin of its own. */
  staffDoor: string;
}
