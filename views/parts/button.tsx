import type { Child } from 'hono/jsx'
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

/** One button that posts: a verb as a form of its own. */
export const Act = ({ action, ...button }: Button & { action: string }) => (
  <form method="post" action={action}>
    <Button {...button} />
  </form>
)
