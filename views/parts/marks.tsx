import type { Child } from 'hono/jsx'

/** A number that asks for attention; `label` says of what. */
export const Badge = ({ count, label }: { count: number; label: string }) => (
  <span class="badge">
    <span aria-hidden="true">{count > 99 ? '99+' : count}</span> <span class="sr">{label}</span>
  </span>
)

type Chip = {
  tone?: 'plain' | 'brand' | 'ok' | 'warn' | 'bad' | 'filled'
  /** What it tells, as a class. */
  of?: string
  title?: string
  /** The mark of the tag that it is: its colour comes by that, from a stylesheet. */
  tag?: string
  children?: Child
}

/** A short word about something, apart from what stands before it where there are no styles too. */
export const Chip = ({ tone = 'plain', of, title, tag, children }: Chip) => (
  <>
    {' '}
    <span class={of ? `chip ${tone} ${of}` : `chip ${tone}`} title={title} data-tag={tag}>
      {children}
    </span>
  </>
)

/** Given stars, 1 to 5; said in words for screen readers. */
export const Stars = ({ stars, label }: { stars: number; label: string }) => (
  <span class="stars-given">
    <span aria-hidden="true">{'★'.repeat(stars) + '☆'.repeat(Math.max(0, 5 - stars))}</span>{' '}
    <span class="sr">{label}</span>
  </span>
)
