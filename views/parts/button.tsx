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
  children?: Child
}

export const Button = ({ tone = 'plain', icon, name, value, wide, to, children }: Button) => (
  <button
    type="submit"
    class={`button ${tone}${wide ? ' wide' : ''}`}
    name={name}
    value={value}
    formaction={to}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type LinkButton = { href: string; tone?: Tone; icon?: IconName; children?: Child }

export const LinkButton = ({ href, tone = 'plain', icon, children }: LinkButton) => (
  <a class={`button ${tone}`} href={href}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

/** One button that posts: a verb as a form of its own. `seq` is the newest line of the page. */
export const Act = ({ action, seq, ...button }: Button & { action: string; seq?: number }) => (
  <form method="post" action={action}>
    <SeqField seq={seq} />
    <Button {...button} />
  </form>
)
