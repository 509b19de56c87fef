/**
 * Words that only the browser kit shows, which puts them in: a text browser, or what is copied from
 * a page, would have them beside those that are shown.
 */
export const Says = ({ words, label }: { words: string; label?: boolean }) => (
  <span class={label ? 'label' : undefined} data-says={words} />
)
