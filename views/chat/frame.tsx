import type { VisitorContext } from '../page-context'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'

type InFrame = Pick<VisitorContext, 'language' | 'frame' | 'brand'>

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

/** What it is that stands there on a page which is not ours. */
export const RunsOn = ({ frame, language, brand }: InFrame) => {
  const words = wordsIn(language)
  if (!frame) return null
  return (
    <p class="runs-on">
      {brand === undefined && words.chat.runsOn} <b>{brand ?? words.common.brand}</b>
    </p>
  )
}
