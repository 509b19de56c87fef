/** One person's page in a browser engine, with cookies and storage of its own. */
export type EnginePage = {
  /** Until the page has loaded. */
  goto(url: string): Promise<void>
  back(): Promise<void>
  /** What an expression is in the page; JSON carries it over. */
  evaluate(expression: string): Promise<unknown>
  /** A real click in the middle of the first element there is, scrolled to. */
  click(selector: string): Promise<void>
  /** Real keys, after a click; `\n` is Enter. */
  type(selector: string, text: string): Promise<void>
}

/** A browser engine that is driven from outside. */
export type Engine = {
  /** Somebody new. */
  open(): Promise<EnginePage>
  /** What scripts and the policy complained about, of all its pages. */
  complaints(): string[]
  close(): Promise<void>
}

/** WebDriver's sign for the Enter key. */
export const ENTER = '\uE007'
