import type { Child } from 'hono/jsx'
import { Icon } from '../parts/icon'

type Row = {
  /** The page of what it tells of. */
  href: string
  name: Child
  /** At its end. */
  end?: Child
  /** What is said of it, in small. */
  children?: Child
}

/** A row of a list of the office that leads to a page of its own. */
export const OfficeRow = ({ href, name, end, children }: Row) => (
  <li>
    <a class="office-row" href={href}>
      <span class="office-row-text">
        <span class="office-row-name">{name}</span> <small>{children}</small>
      </span>{' '}
      {end}
      <Icon name="chevronRight" />
    </a>
  </li>
)
