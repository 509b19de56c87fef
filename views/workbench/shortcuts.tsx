import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** Key by key, as `static/keys.js` has them. */
const keys = {
  r: 'reply',
  n: 'inside',
  j: 'next',
  k: 'previous',
  s: 'snooze',
  p: 'priority',
  x: 'select',
  t: 'transfer',
  e: 'end',
  Esc: 'leave',
  '?': 'help',
} as const

const draw = ({ language }: { language: Language }) => {
  const { shortcuts: words } = wordsIn(language).workbench
  return (
    <div
      id="shortcuts"
      popover="auto"
      class="ask shortcuts"
      role="dialog"
      aria-labelledby="shortcuts-title"
    >
      <h2 id="shortcuts-title">{words.title}</h2>
      <dl>
        {Object.entries(keys).map(([key, act]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.acts[act]}</dd>
          </div>
        ))}
      </dl>
      <label for="keys-on">
        <input id="keys-on" type="checkbox" checked autocomplete="off" />
        {words.isOn}
      </label>
      <div class="actions">
        <button
          type="button"
          class="button plain"
          popovertarget="shortcuts"
          popovertargetaction="hide"
          autofocus
        >
          {wordsIn(language).common.close}
        </button>
      </div>
    </div>
  )
}

/** The keys that lead about the workbench, and whether single ones do. */
export const Shortcuts = memo(draw, ({ language }) => language)

/** Opens them, for who has no keyboard before them that they trust. */
export const ShortcutsButton = ({ language }: { language: Language }) => (
  <button type="button" class="button quiet needs-js" popovertarget="shortcuts">
    <kbd>?</kbd>
    {wordsIn(language).workbench.shortcuts.title}
  </button>
)
