import microphone from 'lucide-static/icons/mic.svg' with { type: 'text' }
import paperclip from 'lucide-static/icons/paperclip.svg' with { type: 'text' }
import type { FileLimits } from '../../../actors/department/settings'
import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { drawn } from '../icon'

/** Where files go from a composer, and how many and how large they may be. */
export type Attaching = { action: string; limits: FileLimits; mayInside?: boolean }

type Props = Attaching & {
  language: Edition
  clientId: string
  whose: HiddenField
  isInside: boolean
}
type HiddenField = { name: string; value: string }

const icon = drawn(paperclip)
const spoken = drawn(microphone)

/** Chooses files, or speaks; what becomes of them is done by scripts that are fetched then. */
export const Attach = ({ action, limits, language }: Omit<Props, 'clientId' | 'whose'>) => {
  const words = wordsIn(language).files
  if (limits.accepted === '') return null
  return (
    <>
      <label class="attach" title={words.attach}>
        {icon}
        {/* Of no form: what it holds goes another way than what is written. */}
        <input
          type="file"
          form=""
          multiple
          accept={limits.accepted}
          aria-label={words.attach}
          data-action={action}
          data-file-size={limits.fileSize}
          data-image-size={limits.imageSize}
          data-count={limits.fileCount}
        />
      </label>
      {limits.voiceLength > 0 && (
        <button
          type="button"
          class="attach voice"
          title={words.record}
          aria-label={words.record}
          data-minutes={limits.voiceLength}
        >
          {spoken}
        </button>
      )}
    </>
  )
}

/** The same without a script. */
export const PlainFiles = (props: Props) => {
  const { action, language, clientId, whose, isInside, mayInside, limits } = props
  const words = wordsIn(language).files
  if (limits.accepted === '') return null
  return (
    <noscript>
      <form class="plain-files" method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="client_id" value={clientId} />
        <input type="hidden" name={whose.name} value={whose.value} />
        {isInside && <input type="hidden" name="inside" value="yes" />}
        <label>
          {words.caption}{' '}
          <input type="text" name="text" autocomplete="off" aria-label={words.caption} />
        </label>
        <label>
          {words.choose}{' '}
          <input
            type="file"
            name="file"
            multiple
            accept={limits.accepted}
            required
            aria-label={words.choose}
          />
        </label>
        {!isInside && mayInside && (
          <label>
            <input type="checkbox" name="inside" value="yes" aria-label={words.inside} />{' '}
            {words.inside}
          </label>
        )}{' '}
        <button class="button" type="submit">
          {words.send}
        </button>
      </form>
    </noscript>
  )
}
