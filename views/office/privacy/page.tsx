import { erasedKinds } from '../../../actors/erasing/erasure'
import { Act, Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { Chip } from '../../parts/marks'
import { briefTime, exactTime, sentenceFor } from '../../words'
import { privacy } from '../../words/privacy'
import { conversationPaths } from '../conversations/list'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { visitorPaths } from '../visitors/list'
import { type ErasureLine, type HoldLine, type PrivacyProps, privacyPaths } from './details'
import { SettingPanels } from './settings'

/** What a desk owes to people: to forget them, to hand out what is theirs, to keep what a court wants. */
export const PrivacyPage = (props: PrivacyProps) => (
  <OfficeFrame {...props} title={privacy[props.language].title}>
    <Someone {...props} />
    <Erasures {...props} />
    <Holds {...props} />
    <SettingPanels {...props} />
  </OfficeFrame>
)

/** First whom it is about, then what is done: what cannot be undone is typed once more. */
const Someone = (props: PrivacyProps) => {
  const { language, foreseen, refused } = props
  const words = privacy[language]
  const again = refused?.form === 'look' ? refused : undefined
  const problem = again?.problem.field ? sentenceFor(again.problem, language) : undefined
  return (
    <Panel id="person" title={words.person} hint={words.personHint}>
      <form method="post" action={privacyPaths.look} class="stack">
        <FormRefused refused={refused} form="look" language={language} />
        <TextField
          name="visitor"
          label={words.whom}
          hint={words.whomHint}
          required
          autocomplete="off"
          value={again?.typed.visitor ?? foreseen?.ref}
          problem={problem}
          autofocus={problem !== undefined}
        />
        <div class="actions">
          <Button>{words.look}</Button>
        </div>
      </form>
      <Found {...props} />
    </Panel>
  )
}

const Found = (props: PrivacyProps) => {
  const { language, foreseen, refused } = props
  const words = privacy[language]
  const again = refused?.form === 'erasure' ? refused : undefined
  const ref = again?.typed.visitor ?? foreseen?.ref
  if (ref === undefined) return null
  const problem = again?.problem.field ? sentenceFor(again.problem, language) : undefined
  return (
    <div class="privacy-found">
      {foreseen && (
        <p role="status">
          {words.found(foreseen.visitors, foreseen.accounts, foreseen.conversations)}
        </p>
      )}
      {foreseen && (
        <form method="post" action={privacyPaths.archive}>
          <input type="hidden" name="visitor" value={ref} />
          <Button>{words.archive}</Button>
          <p class="hint">{words.archiveHint}</p>
        </form>
      )}
      {foreseen?.held ? (
        <p class="form-problem">{words.heldBack}</p>
      ) : (
        <form method="post" action={privacyPaths.erasures} class="stack">
          <FormRefused refused={refused} form="erasure" language={language} />
          <input type="hidden" name="visitor" value={ref} />
          <TextField
            name="confirmation"
            label={words.confirm(ref)}
            hint={words.confirmHint}
            required
            autocomplete="off"
            value={again?.typed.confirmation}
            problem={problem}
            autofocus
          />
          <div class="actions">
            <Button tone="danger">{words.erase}</Button>
          </div>
        </form>
      )}
    </div>
  )
}

const Erasures = ({ erasures, ...context }: PrivacyProps) => {
  const words = privacy[context.language]
  return (
    <Panel
      id="erasures"
      title={words.erasures}
      hint={erasures.length === 0 ? words.noErasures : words.erasuresHint}
    >
      <ul class="office-plain">
        {erasures.map((erasure) => (
          <li>
            <ErasureRow {...context} erasure={erasure} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Row = Pick<PrivacyProps, 'language' | 'now' | 'zone'>

const ErasureRow = ({ erasure, language, now, zone }: Row & { erasure: ErasureLine }) => {
  const words = privacy[language]
  const { at, byName, step, doneAt, failed, counts, digest } = erasure
  return (
    <details class="privacy-erasure unfolds">
      <summary>
        {exactTime(at, now, zone, language)} <bdi>{byName}</bdi>
        <Chip tone={doneAt !== null ? 'ok' : failed ? 'bad' : 'warn'}>
          {doneAt !== null ? words.done : failed ? words.failed : words.underWay}
        </Chip>
      </summary>
      {doneAt === null && <p>{words.steps[step]}</p>}
      <dl class="office-facts">
        {erasedKinds
          .filter((kind) => counts[kind])
          .map((kind) => (
            <div>
              <dt>{words.kinds[kind]}</dt>
              <dd>{counts[kind]}</dd>
            </div>
          ))}
        <div>
          <dt>{words.digest}</dt>
          <dd>
            <code>{digest}</code>
          </dd>
        </div>
      </dl>
    </details>
  )
}

const Holds = ({ holds, refused, ...context }: PrivacyProps) => {
  const { language } = context
  const words = privacy[language]
  const again = refused?.form === 'hold' ? refused : undefined
  const problemOf = (field: string) =>
    again?.problem.field === field ? sentenceFor(again.problem, language) : undefined
  return (
    <Panel id="holds" title={words.holds} hint={words.holdsHint}>
      {holds.length > 0 && (
        <ul class="office-plain">
          {holds.map((hold) => (
            <li>
              <HoldRow {...context} hold={hold} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={privacyPaths.holds} class="stack">
        <FormRefused refused={refused} form="hold" language={language} />
        <TextField
          name="held"
          label={words.held}
          hint={words.heldHint}
          required
          autocomplete="off"
          value={again?.typed.held}
          problem={problemOf('held')}
          autofocus={problemOf('held') !== undefined}
        />
        <TextField
          name="reason"
          label={words.reason}
          required
          autocomplete="off"
          value={again?.typed.reason}
          problem={problemOf('reason')}
          autofocus={problemOf('reason') !== undefined}
        />
        <div class="actions">
          <Button>{words.hold}</Button>
        </div>
      </form>
    </Panel>
  )
}

const HoldRow = ({ hold, language, now, zone }: Row & { hold: HoldLine }) => {
  const words = privacy[language]
  const [kind, id = ''] = hold.object.split(':')
  const isTalk = kind === 'conversation'
  return (
    <span class="privacy-hold">
      <span>
        <a href={isTalk ? conversationPaths.page(id) : visitorPaths.page(id)}>
          {isTalk ? words.aConversation : words.aVisitor} {id.slice(-4).toUpperCase()}
        </a>{' '}
        <bdi>{hold.reason}</bdi>{' '}
        <small>{words.by(hold.byName, briefTime(hold.at, now, zone, language))}</small>
      </span>{' '}
      <Act action={privacyPaths.release(hold.object)}>{words.release}</Act>
    </span>
  )
}
