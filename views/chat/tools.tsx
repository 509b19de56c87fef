import type { Look } from '../look'
import { Ask } from '../parts/ask'
import { LanguageSwitch, SoundSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'

/** Sound, language and the way out, at the end of the header. */
export const Tools = (props: Pick<Look, 'language' | 'theme' | 'here'>) => {
  const { end, ending } = wordsIn(props.language).chat
  return (
    <div class="tools">
      <SoundSwitch language={props.language} />
      <LanguageSwitch {...props} />
      <div class="end-chat">
        <Ask id="end" action={paths.chat.closure} label={end} words={ending} />
      </div>
    </div>
  )
}
