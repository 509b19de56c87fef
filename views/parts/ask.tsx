import type { Child } from 'hono/jsx'
import { Button } from './button'
import { SeqField } from './fields/seq-field'
import { Icon, type IconName } from './icon'

type Ask = {
  /** Of the card; unique on its page. */
  id: string
  action: string
  /** `danger` for what takes something away: quiet on the page, red where it is meant. */
  tone?: 'primary' | 'plain' | 'danger' | undefined
  icon?: IconName | undefined
  /** Newest line of the page; fields from elsewhere on it name the form `<id>-form`. */
  seq?: number
  /** On the button that opens the card. */
  label: string
  /** The question, what follows from yes, and the two answers. */
  words: { title: string; hint: string; yes: string; no: string }
  /** On somebody's site a browser complains of what wants the focus before anybody was there. */
  isInFrame?: boolean
  /** What yes sends along. */
  sends?: { name: string; value: string }
  /** What is asked in the card, in its form. */
  children?: Child
}

/**
 * A verb that asks first: its button opens a card, and only the card has the button that posts.
 * A popover, so it works without a script, closes with Escape and keeps the page where it is.
 */
export const Ask = ({ icon, label, ...card }: Ask) => (
  <>
    <AskButton {...{ icon, label, id: card.id, tone: card.tone }} />
    <AskCard {...card} />
  </>
)

/** The button alone: where there are no styles its card is read where it stands. */
export const AskButton = ({
  id,
  tone,
  icon,
  label,
}: Pick<Ask, 'id' | 'tone' | 'icon' | 'label'>) => (
  <button
    type="button"
    class={`button ${tone ?? 'plain'}`}
    popovertarget={id}
    aria-haspopup="dialog"
  >
    {icon && <Icon name={icon} />}
    {label}
  </button>
)

/** The card alone, for a button of another kind that opens it. */
export const AskCard = ({
  id,
  action,
  tone,
  seq,
  words,
  sends,
  isInFrame = false,
  children,
}: Omit<Ask, 'icon' | 'label'>) => (
  <div id={id} popover="auto" class="ask" role="dialog" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{words.title}</h2>
    <p>{words.hint}</p>
    <form id={`${id}-form`} method="post" action={action}>
      <SeqField seq={seq} />
      {children}
      <p class="form-problem" role="alert" />
      <div class="actions">
        <button
          type="button"
          class="button plain"
          popovertarget={id}
          popovertargetaction="hide"
          autofocus={!isInFrame}
        >
          {words.no}
        </button>{' '}
        <Button tone={tone === 'danger' ? 'danger' : 'primary'} {...sends}>
          {words.yes}
        </Button>
      </div>
    </form>
  </div>
)
