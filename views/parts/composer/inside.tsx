import { Icon, type IconName } from '../icon'

/** Where one writes to colleagues alone. */
export type Inside = {
  /** What one does there: ids and classes are called by it. */
  verb: string
  /** What it becomes, `data-kind` of its entry. */
  kind: string
  action: string
  icon: IconName
  words: { label: string; hint: string; add: string; placeholder: string; seenBy: string }
  /** What is written goes there until somebody says otherwise. */
  isOn: boolean
}

/**
 * Pressed, what is written goes to colleagues only: no script is needed for that. It stays so until it is
 * pressed again, as who writes one note often writes another, and a note that went to a visitor could not
 * be taken out of their sight. So it is said beside it as long as it is so.
 */
export const InsideSwitch = ({ verb, icon, words, isOn }: Inside) => (
  <div class="inside-mode">
    <label class={`inside-switch ${verb}-switch`}>
      <input type="checkbox" checked={isOn} autocomplete="off" aria-label={words.hint} />
      <Icon name={icon} />
      {words.label}
    </label>{' '}
    <span class="inside-says">{words.seenBy}</span>
  </div>
)

/** Shown in place of the other one. */
export const AddInside = ({ verb, icon, action, words }: Inside) => (
  <button class={`button primary add-inside add-${verb}`} type="submit" formaction={action}>
    <span class="label">{words.add}</span>
    <Icon name={icon} />
  </button>
)
