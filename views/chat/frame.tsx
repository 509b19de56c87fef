import type { PageContext } from '../page-context'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'

type InFrame = Pick<PageContext, 'language' | 'frame'>

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
export const RunsOn = ({ frame, language }: InFrame) => {
  const words = wordsIn(language)
  return frame ? (
    <p class="runs-on">
      {words.chat.runsOn} <b>{words.common.brand}</b>
    </p>
  ) : null
}
