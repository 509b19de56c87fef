import type { VisitorContext } from '../page-context'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'

type InFrame = Pick<VisitorContext, 'language' | 'frame' | 'brand' | 'privacy'>

/** Gives the page around the frame back: down into its corner, or on a phone back to the page. */
export const FrameClose = ({ frame, language }: InFrame) =>
  frame ? (
    <button
      type="button"
      class="button quiet frame-close"
      aria-label={wordsIn(language).chat.close}
    >
      <span class="beside">
        <Icon name="chevronDown" />
      </span>
      <span class="covering">
        <Icon name="arrowLeft" />
      </span>
    </button>
  ) : null

/** What it is that stands there on a page which is not ours, and what becomes of what is told it. */
export const RunsOn = ({ frame, language, brand, privacy }: InFrame) => {
  const words = wordsIn(language)
  if (!frame && privacy === undefined) return null
  return (
    <p class="runs-on">
      {frame && (
        <>
          {brand === undefined && words.chat.runsOn} <b>{brand ?? words.common.brand}</b>{' '}
        </>
      )}
      {privacy !== undefined && <PrivacyLink href={privacy}>{words.chat.privacy}</PrivacyLink>}
    </p>
  )
}

/** Beside the chat, which goes on. */
export const PrivacyLink = ({ href, children }: { href: string; children: string }) => (
  <a class="privacy" href={href} target="_blank" rel="noopener">
    {children}
  </a>
)
