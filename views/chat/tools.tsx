import { memo } from '../memo'
import type { PageContext } from '../page-context'
import { Ask } from '../parts/ask'
import { Download } from '../parts/download'
import { LanguageSwitch, SoundSwitch, TellSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'

/** Of the button that ends the chat; what it has to say is drawn for each page anew. */
export const END_FORM = 'end-form'

type Tools = Pick<PageContext, 'language' | 'theme' | 'here' | 'files' | 'frame'> & {
  /** There is something to end. */
  isOpen: boolean
}

const draw = (props: Tools) => {
  const { end, ending } = wordsIn(props.language).chat
  return (
    <div class="tools">
      <SoundSwitch language={props.language} />
      <TellSwitch language={props.language} files={props.files} />
      <LanguageSwitch {...props} />
      <Download language={props.language} addressOf={paths.chat.transcriptAs} />
      {props.isOpen && (
        <div class="end-chat">
          <Ask
            {...{ id: 'end', action: paths.chat.closure, label: end, words: ending }}
            isInFrame={props.frame !== undefined}
          />
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
