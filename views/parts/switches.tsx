import type { Theme, VisitorContext } from '../page-context'
import { paths } from '../paths'
import { wordsIn } from '../words'
import {
  type Edition,
  htmlLang,
  type Language,
  languageOf,
  languages,
  ownName,
} from '../words/language'
import { Icon } from './icon'
import { Says } from './says'

type Here = Pick<VisitorContext, 'language' | 'theme' | 'here'>
const themes: readonly Theme[] = ['auto', 'light', 'dark']
const next = (language: Edition): Language =>
  languages[(languages.indexOf(languageOf(language)) + 1) % languages.length] ?? 'en'

/** Posts the other language; the button is called what that language calls itself. */
export const LanguageSwitch = ({ language, here }: Here) => {
  const other = next(language)
  return (
    <form method="post" action={paths.language} class="language-switch">
      <input type="hidden" name="back" value={here} />
      <button
        class="button quiet"
        type="submit"
        name="language"
        value={other}
        lang={htmlLang[other]}
      >
        <Icon name="languages" />
        <span class="label">{ownName[other]}</span>
      </button>
    </form>
  )
}

/** Light, dark, or as the device has it. */
export const ThemeSwitch = ({ language, theme, here }: Here) => {
  const words = wordsIn(language).common
  return (
    <form method="post" action={paths.theme} class="segments" aria-label={words.theme}>
      <input type="hidden" name="back" value={here} />
      {themes.map((each) => (
        <>
          <button type="submit" name="theme" value={each} aria-pressed={String(each === theme)}>
            {words.themes[each]}
          </button>{' '}
        </>
      ))}
    </form>
  )
}

/** For the browser kit: it sets `aria-pressed`, and the stylesheet shows the icon for it. */
export const SoundSwitch = ({ language }: Pick<VisitorContext, 'language'>) => (
  <button
    id="sound"
    class="button quiet needs-js"
    type="button"
    aria-pressed="true"
    aria-label={wordsIn(language).common.sound}
  >
    <span class="when-on">
      <Icon name="volume" />
    </span>
    <span class="when-off">
      <Icon name="volumeOff" />
    </span>
    <Says words={wordsIn(language).common.sound} label />
  </button>
)

/**
 * For the browser kit: whoever presses it is told on the screen while they look elsewhere. What it is
 * then, or that the browser lets nothing be shown, stands beside it for a while.
 */
export const TellSwitch = ({ language }: Pick<VisitorContext, 'language'>) => {
  const { tell, tellSays, toldReply } = wordsIn(language).common
  return (
    <>
      <button
        id="tell"
        class="button quiet needs-js"
        type="button"
        hidden
        aria-pressed="false"
        aria-label={tell}
        data-told={toldReply}
        data-states={JSON.stringify(tellSays)}
      >
        <span class="when-on">
          <Icon name="bellRing" />
        </span>
        <span class="when-off">
          <Icon name="bellOff" />
        </span>
        <Says words={tell} label />
      </button>
      <span id="tell-says" class="tell-says" role="status" />
    </>
  )
}

/** Language and theme together, for pages without a header of their own. */
export const Switches = (props: Here) => (
  <div class="switches">
    <ThemeSwitch {...props} />
    <LanguageSwitch {...props} />
  </div>
)
