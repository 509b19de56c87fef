import type { Child } from 'hono/jsx'

/** A part of a page, under a title of its own. */
export const Panel = ({ id, title, hint, children }: PanelProps) => (
  <section class="panel" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {hint && <p class="panel-hint">{hint}</p>}
    {children}
  </section>
)
type PanelProps = { id: string; title: string; hint?: string; children?: Child }
