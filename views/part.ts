import type { Child } from 'hono/jsx'

/**
 * A piece of a page: the page draws it at first, and its feed draws it again when what it shows
 * has changed. What it draws is an element with this id.
 */
export type Part<Props> = {
  id: string
  draw(props: Props): Child
  /** Only what is in the element changes, and is drawn: its attributes are what a person made of them. */
  inside?: true
  /**
   * What it shows, in one string: while that stays, it is not drawn again. Left out where the HTML
   * itself is compared.
   */
  key?(props: Props): string
  /** Whether it is the same for everybody whose key is the same, so that it can be drawn once for all. */
  isShared?(props: Props): boolean
}

/** What all of these parts need, as one. */
export type PropsOf<Parts> = Parts extends Record<string, Part<infer Props>> ? Props : never
