import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { Icon } from './icon'

const formats = ['txt', 'html', 'json'] as const

type Download = { language: Edition; addressOf: (format: string) => string }

/** The ways to take a talk along, in a card that needs no script. */
export const Download = ({ language, addressOf }: Download) => {
  const words = wordsIn(language).entries.download
  return (
    <div class="download">
      <button
        type="button"
        class="button quiet"
        popovertarget="download"
        aria-label={words.title}
        title={words.title}
      >
        <Icon name="download" />
        <span class="label">{words.label}</span>
      </button>
      <div id="download" popover="auto" class="menu">
        <p class="menu-title">{words.title}</p>
        <DownloadLinks language={language} addressOf={addressOf} />
      </div>
    </div>
  )
}

/** The same where there is room for them. */
export const DownloadLinks = ({ language, addressOf }: Download) => {
  const words = wordsIn(language).entries.download
  return (
    <p class="download-links">
      {formats.map((format) => (
        <>
          <a class="menu-item" href={addressOf(format)} download="">
            {words.formats[format]}
          </a>{' '}
        </>
      ))}
    </p>
  )
}
