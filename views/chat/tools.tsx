import type { Look } from '../look'
import { Button } from '../parts/button'
import { LanguageSwitch, SoundSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'

/** Sound, language and the way out, at the end of the header. */
export const Tools = (props: Pick<Look, 'language' | 'theme' | 'here'>) => (
  <div class="tools">
    <SoundSwitch language={props.language} />
    <LanguageSwitch {...props} />
    <form method="post" action={paths.chat.closure} class="end-form">
      <Button>{wordsIn(props.language).chat.end}</Button>
    </form>
  </div>
)
