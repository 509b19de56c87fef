import { memo } from '../memo'
import type { VisitorContext } from '../page-context'
import { AskButton, AskCard } from '../parts/ask'
import { Download } from '../parts/download'
import { LanguageSwitch, SoundSwitch, TellSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'

type Tools = Pick<VisitorContext, 'language' | 'theme' | 'here' | 'frame'> & {
  /** There is something to end. */
  isOpen: boolean
}

/** The question it asks, at the end of the page: where there are no styles it is read last. */
export const EndCard = ({ language, frame, seq }: Pick<Tools, 'language' | 'frame'> & Seq) => (
  <AskCard
    {...{ id: 'end', action: paths.chat.closure, seq }}
    words={wordsIn(language).chat.ending}
    isInFrame={frame !== undefined}
  />
)
type Seq = { seq: number }

const draw = (props: Tools) => {
  return (
    <div class="tools">
      <SoundSwitch language={props.language} />
      <TellSwitch language={props.language} />
      <LanguageSwitch {...props} />
      <Download language={props.language} addressOf={paths.chat.transcriptAs} />
      {props.isOpen && (
        <div class="end-chat">
          <AskButton id="end" label={wordsIn(props.language).chat.end} />
        </div>
      )}
    </div>
  )
}

/** Sound, language and the way out, at the end of the header. */
export const Tools = memo(
  draw,
  ({ language, theme, here, isOpen, frame }: Tools) =>
    `${language} ${theme} ${isOpen} ${here} ${frame !== undefined}`,
)
