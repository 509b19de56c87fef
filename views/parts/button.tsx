import type { Child } from 'hono/jsx'
import { SeqField } from './fields/seq-field'
import { Icon, type IconName } from './icon'

type Tone = 'primary' | 'plain' | 'quiet' | 'danger'
type Button = {
  tone?: Tone
  icon?: IconName
  name?: string
  value?: string
  wide?: boolean
  /** Where it sends its form, if elsewhere than the form says. */
  to?: string
  /** Whatever stands in the fields of its form. */
  unchecked?: true
  children?: Child
}

/** Apart from what stands beside it where there are no styles too. */
export const Button = ({
  tone = 'plain',
  icon,
  name,
  value,
  wide,
  to,
  unchecked,
  children,
}: Button) => (
  <>
    <button
      type="submit"
      class={`button ${tone}${wide ? ' wide' : ''}`}
      name={name}
      value={value}
      formaction={to}
      formnovalidate={unchecked}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>{' '}
  </>
)

type LinkButton = {
  href: string
  tone?: Tone
  icon?: IconName
  /** Opens beside the page, in a tab of its own. */
  aside?: true
  children?: Child
}

export const LinkButton = ({ href, tone = 'plain', icon, aside, children }: LinkButton) => (
  <>
    <a class={`button ${tone}`} href={href} target={aside && '_blank'}>
      {icon && <Icon name={icon} />}
      {children}
    </a>{' '}
  </>
)

type Act = Button & {
  action: string
  /** The newest line of the page. */
  seq?: number
  /** Number of the offer that it answers; 0 when it is not known. */
  offer?: number
}

/** One button that posts: a verb as a form of its own. */
export const Act = ({ action, seq, offer = 0, ...button }: Act) => (
  <form method="post" action={action}>
    <SeqField seq={seq} />
    {offer > 0 && <input type="hidden" name="offer" value={offer} />}
    <Button {...button} />
  </form>
)
