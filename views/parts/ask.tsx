import { Button } from './button'
import { SeqField } from './fields/seq-field'
import { Icon, type IconName } from './icon'

type Ask = {
  /** Of the card; unique on its page. */
  id: string
  action: string
  /** `danger` for what takes something away: quiet on the page, red where it is meant. */
  tone?: 'primary' | 'plain' | 'danger'
  icon?: IconName
  /** Newest line of the page; fields from elsewhere on it name the form `<id>-form`. */
  seq?: number
  /** On the button that opens the card. */
  label: string
  /** The question, what follows from yes, and the two answers. */
  words: { title: string; hint: string; yes: string; no: string }
}

/**
 * A verb that asks first: its button opens a card, and only the card has the button that posts.
 * A popover, so it works without a script, closes with Escape and keeps the page where it is.
 */
export const Ask = ({ id, action, tone = 'plain', icon, seq, label, words }: Ask) => (
  <>
    <button type="button" class={`button ${tone}`} popovertarget={id} aria-haspopup="dialog">
      {icon && <Icon name={icon} />}
      {label}
    </button>
    <div id={id} popover="auto" class="ask" role="dialog" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p>{words.hint}</p>
      <form id={`${id}-form`} method="post" action={action}>
        <SeqField seq={seq} />
        <p class="form-problem" role="alert" />
        <div class="actions">
          <button
            type="button"
            class="button plain"
            popovertarget={id}
            popovertargetaction="hide"
            autofocus
          >
            {words.no}
          </button>
          <Button tone={tone === 'danger' ? 'danger' : 'primary'}>{words.yes}</Button>
        </div>
      </form>
    </div>
  </>
)
