import type { Hindrance } from '../../../actors/agent/rights'
import type { AgentRow } from '../../../actors/summary'
import { Button } from '../../parts/button'
import { SeqField } from '../../parts/fields/seq-field'
import { TextArea } from '../../parts/fields/text-area'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { awayWords } from '../../words/me'
import { punctuation } from '../../words/punctuation'

/** A colleague, and why nothing can be handed to them now; null when it can. */
export type Colleague = AgentRow & { why: Hindrance | null }

export type TransferTargets = {
  /** Colleagues, the reader left out. */
  agents: readonly Colleague[]
  /** Other departments than its own, and whether anybody is on duty there, or it is outside its hours. */
  departments: readonly { id: string; name: string; staffed: boolean; isShut?: boolean }[]
}

type Transfer = {
  language: Language
  conversation: string
  targets: TransferTargets
  /** Newest line of the page. */
  seq: number
  /** Whether the reader may write to colleagues. */
  notes: boolean
}

/** Hands a conversation over. `to` is an address: `agent:<id>` or `department:<id>`. */
export const Transfer = ({ language, conversation, targets, seq, notes }: Transfer) => {
  const words = wordsIn(language).workbench
  return (
    <details class="transfer" name="room-menu">
      <summary class="button plain">
        <Icon name="arrowRightLeft" />
        <span class="label">{words.transfer}</span>
      </summary>
      <form
        class="menu"
        method="post"
        action={paths.workbench.transfer(conversation)}
        data-clears=""
      >
        <SeqField seq={seq} />
        <label for="transfer-to">{words.transferTo}</label>
        <span class="select">
          <select id="transfer-to" name="to" required>
            <option value="">{words.choose}</option>
            <Targets language={language} {...targets} />
          </select>
          <Icon name="chevronDown" />
        </span>
        <p class="hint">{words.transferHint}</p>
        {targets.departments.length > 0 && <p class="hint">{words.transferToLine}</p>}
        {notes && (
          // What is being written stays when colleagues come and go.
          <div hx-morph-skip="">
            <TextArea
              {...{ name: 'note', id: 'transfer-note', rows: 2 }}
              label={words.transferNote}
              hint={words.transferNoteHint}
            />
          </div>
        )}
        <p class="form-problem" role="alert" />
        <Button tone="primary" wide>
          {words.handOver}
        </Button>
      </form>
    </details>
  )
}

const Targets = ({ language, agents, departments }: TransferTargets & { language: Language }) => {
  const words = wordsIn(language).workbench
  return (
    <>
      {agents.length > 0 && (
        <optgroup label={words.colleagues}>
          {agents.map((agent) => (
            <option value={`agent:${agent.id}`} disabled={agent.why !== null}>
              {`${agent.name}${punctuation[language].between}${saysOf(agent, language)}`}
            </option>
          ))}
        </optgroup>
      )}
      {departments.length > 0 && (
        <optgroup label={words.departments}>
          {departments.map(({ id, name, staffed, isShut }) => (
            <option value={`department:${id}`}>
              {staffed
                ? name
                : `${name}${punctuation[language].between}${isShut ? words.shut : words.nobodyOnDuty}`}
            </option>
          ))}
        </optgroup>
      )}
    </>
  )
}

const saysOf = (agent: Colleague, language: Language): string => {
  const { workbench, rejects } = wordsIn(language)
  if (agent.why === 'absent' || agent.why === 'cannotReply') return rejects[agent.why]
  const why = agent.awayFor && `${punctuation[language].colon}${awayWords(agent.awayFor, language)}`
  if (agent.status !== 'ready') return `${workbench[agent.status].toLowerCase()}${why}`
  return workbench.load(agent.load, agent.settings.capacity)
}
