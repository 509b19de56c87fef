import { Act, Button, LinkButton } from '../parts/button'
import { TextArea } from '../parts/fields/text-area'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { type Edition, languageOf } from '../words/language'
import { Rating } from './rating'
import type { VisitorStatus } from './visitor-status'

export type EndedCardProps = {
  language: Edition
  status: Extract<VisitorStatus, { state: 'ended' }>
  clientId: string
  /** Name the visitor gave, for a new chat made of the draft. */
  name: string
  /** What was written when the chat ended while they typed: it is not lost. */
  draft?: string
  /** Words beside a rating that did not go. */
  comment?: string
  problem?: string
  /** Newest line of the page. */
  seq: number
}

/** What can be done after the end: say how it was, go on, or start anew. */
export const EndedCard = ({ language, status, ...props }: EndedCardProps) => {
  const words = wordsIn(language).chat
  return (
    <section class="ended">
      <h2 class="sr">{words.ended}</h2>
      {props.draft ? (
        <Unsent {...props} {...status} language={language} draft={props.draft} />
      ) : (
        <>
          {status.mayRate && (
            <Rating
              language={language}
              given={status.stars}
              mayComment={status.mayComment}
              comment={props.comment}
              remarks={status.remarks?.[languageOf(language)]}
            />
          )}
          <p id="problem" class="form-problem" role="alert">
            {props.problem}
          </p>
          <div class="actions">
            {status.mayContinue && (
              <Act action={paths.chat.reopening} seq={props.seq} icon="rotateCcw">
                {words.continue}
              </Act>
            )}
            <LinkButton href={paths.chat.again} tone="primary" icon="messagesSquare">
              {words.again}
            </LinkButton>
            <a class="past-link" href={paths.chat.past}>
              {wordsIn(language).past.link}
            </a>{' '}
            <a class="past-link" href={paths.chat.mailTranscript}>
              {wordsIn(language).past.mailed.link}
            </a>
          </div>
        </>
      )}
    </section>
  )
}

type Unsent = Omit<EndedCardProps, 'status'> & { draft: string; mayContinue: boolean }

/** The text goes with whatever they choose to do. */
const Unsent = ({ mayContinue, ...props }: Unsent) => {
  const words = wordsIn(props.language).chat
  return (
    <form method="post" action={paths.chat.page} class="anew">
      <input type="hidden" name="client_id" value={props.clientId} />
      <input type="hidden" name="name" value={props.name} />
      <TextArea
        name="text"
        label={props.problem ? words.message : words.keptText}
        value={props.draft}
        problem={props.problem}
        rows={3}
      />
      <div class="actions">
        {mayContinue && (
          <Button icon="rotateCcw" to={paths.chat.reopening} name="seq" value={String(props.seq)}>
            {words.continue}
          </Button>
        )}
        <Button tone="primary" icon="messagesSquare">
          {words.again}
        </Button>
      </div>
    </form>
  )
}
