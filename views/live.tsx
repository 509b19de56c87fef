import type { Child } from 'hono/jsx'

/**
 * Entries for the transcript, put where their `seq` belongs; one that is there already is
 * replaced. hono/jsx keeps `key` for itself, and HTML does not mind capitals: hence `Key`.
 * `after` is the seq of the entry before it: a page whose newest is older has missed some.
 */
export const Upsert = ({ after, children }: { after?: number; children?: Child }) => (
  <hx-upsert hx-target="#transcript" Key="data-seq" sort="" data-after={after}>
    {children}
  </hx-upsert>
)

/**
 * An entry that has changed, for the place it has: a page that does not show it passes over it. The
 * page stands at `seq` with it, which is that of the line that changed it.
 */
export const Replace = ({
  id,
  seq,
  after,
  children,
}: {
  /** The entry's client id. */
  id: string
  seq: number
  after: number
  children?: Child
}) => (
  <hx-partial hx-target={`#e-${id}`} hx-swap="outerHTML" data-change={seq} data-after={after}>
    {children}
  </hx-partial>
)

/** An entry that is not there any more for whoever reads the page. */
export const Gone = ({ id, seq, after }: { id: string; seq: number; after: number }) => (
  <hx-partial hx-target={`#e-${id}`} hx-swap="delete" data-change={seq} data-after={after} />
)

/**
 * A fragment that takes the place of the element with this id. It is morphed, so that focus,
 * selection and what somebody types in it survive. `fresh` replaces it instead: an animation in
 * it starts over.
 */
export const Swap = ({ id, fresh, children }: Swapped & { fresh?: boolean }) => (
  <hx-partial hx-target={`#${id}`} hx-swap={fresh ? 'outerHTML' : 'outerMorph'}>
    {children}
  </hx-partial>
)

/** What takes the place of all that is in the element with this id, which itself stays. */
export const SwapInside = ({ id, children }: Swapped) => (
  <hx-partial hx-target={`#${id}`} hx-swap="innerMorph">
    {children}
  </hx-partial>
)
type Swapped = { id: string; children?: Child }

/** Puts a row into a list behind another one of it, or first. */
export const Insert = (props: { list: string; behind: string | null; children?: Child }) => {
  const { list, behind, children } = props
  return (
    <hx-partial
      hx-target={`#${behind ?? list}`}
      hx-swap={behind === null ? 'afterbegin' : 'afterend'}
    >
      {children}
    </hx-partial>
  )
}

/** Takes an element away. */
export const Remove = ({ id }: { id: string }) => (
  <hx-partial hx-target={`#${id}`} hx-swap="delete" />
)
