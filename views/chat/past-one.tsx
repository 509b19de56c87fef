import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { Act, LinkButton } from '../parts/button'
import { KeptText } from '../parts/fields/kept-text'
import { paths } from '../paths'
import { plainScripts } from '../scripts'
import { Transcript } from '../transcript/transcript'
import { wordsIn } from '../words'
import { languageOf } from '../words/language'
import { hasComment, Rating } from './rating'
import type { VisitorStatus } from './visitor-status'

export type PastOneProps = VisitorContext & {
  id: string
  /** Its entries that the visitor may see, in order, drawn. */
  drawn: Child
  earlier: string | null
  newest?: string
  /** The newest seq that the page shows or passes over. */
  after: number
  status: Extract<VisitorStatus, { state: 'ended' }>
  /** Another one of theirs is open: this one cannot be gone on with meanwhile. */
  isElsewhere: boolean
  /** Words beside a rating that did not go. */
  comment?: string
  /** One sentence: why the last thing did not go. */
  problem?: string
}

/** One earlier conversation: to be read, rated, and gone on with while that may be. */
export const PastOnePage = ({ id, status, ...props }: PastOneProps) => {
  const { language } = props
  const words = wordsIn(language).past
  const takesComment = status.mayRate && hasComment(status.stars, status.mayComment)
  return (
    <Layout {...props} title={words.one} kind="plain" scripts={plainScripts} clock={props.zone}>
      <main class="past one">
        <header class="past-head">
          <h1>{words.one}</h1>
          <a href={paths.chat.past}>{words.back}</a>
        </header>
        <div class="past-talk">
          <Transcript {...props} />
        </div>
        {props.comment && !takesComment && <KeptText language={language} text={props.comment} />}
        <p id="problem" class="form-problem" role="alert">
          {props.problem}
        </p>
        {status.mayRate && (
          <Rating
            {...{ language, given: status.stars, mayComment: status.mayComment }}
            remarks={status.remarks?.[languageOf(language)]}
            {...{ comment: props.comment, action: paths.chat.pastRating(id) }}
          />
        )}
        {status.mayContinue && props.isElsewhere && <p class="hint">{words.openFirst}</p>}
        <div class="actions">
          {status.mayContinue && !props.isElsewhere && (
            <Act action={paths.chat.pastReopening(id)} seq={props.after} icon="rotateCcw">
              {wordsIn(language).chat.continue}
            </Act>
          )}
          <LinkButton href={paths.chat.page} tone="primary" icon="messagesSquare">
            {words.toChat}
          </LinkButton>
        </div>
      </main>
    </Layout>
  )
}
