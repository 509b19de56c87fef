import { awayReasons, isAwayReason } from '../../actors/agent/away'
import type { AgentRow, AgentStatus } from '../../actors/summary'
import { AskCard } from '../parts/ask'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { awayWords, me as meWords } from '../words/me'
import { punctuation } from '../words/punctuation'

const statuses: readonly AgentStatus[] = ['ready', 'away', 'off']
const hints = { ready: 'readyHint', away: 'awayHint', off: 'offHint' } as const

type Shift = {
  language: Language
  agent: Pick<AgentRow, 'status' | 'load' | 'settings' | 'awayFor'>
}

const OFF_CARD = 'go-off'

/** Off duty they give back what they hold, which cannot be undone: they are asked first. */
const asksFirst = (status: AgentStatus, agent: Shift['agent']): boolean =>
  status === 'off' && agent.status !== 'off' && agent.load > 0

/** Whether the agent takes part, and how many they hold. Swapped live as `#shift`. */
export const StatusSwitch = ({ language, agent }: Shift) => {
  const words = wordsIn(language).workbench
  const isOver = agent.load > agent.settings.capacity
  return (
    <div
      id="shift"
      class="shift"
      data-status={agent.status}
      data-over={isOver ? '' : undefined}
      title={isOver ? words.over : undefined}
    >
      <Pill language={language} agent={agent} />
      <div id="shift-menu" popover="auto" class="menu">
        <form method="post" action={paths.workbench.status}>
          <p class="menu-title">{words.shift}</p>
          {isOver && <p class="hint shift-over">{words.over}</p>}
          {statuses.map((status) => (
            <>
              <StatusButton language={language} agent={agent} status={status} />{' '}
            </>
          ))}
        </form>
        <AwayFor language={language} agent={agent} />
      </div>
      {asksFirst('off', agent) && (
        <AskCard
          id={OFF_CARD}
          action={paths.workbench.status}
          words={{ ...words.goOff, hint: words.goOff.hint(agent.load) }}
          sends={{ name: 'status', value: 'off' }}
        />
      )}
    </div>
  )
}

/** What they are now, and how much of their room is taken. */
const Pill = ({ language, agent }: Shift) => {
  const words = wordsIn(language).workbench
  return (
    <button class="pill" type="button" popovertarget="shift-menu">
      <span class="light" aria-hidden="true" />
      <span class="sr">{`${words.shift}${punctuation[language].colon}`}</span>
      <span class="pill-text">
        {words[agent.status]}
        {agent.status === 'away' && agent.awayFor && (
          <>
            {punctuation[language].colon}
            <bdi>{awayWords(agent.awayFor, language)}</bdi>
          </>
        )}
        {agent.status !== 'off' &&
          `${punctuation[language].between}${words.load(agent.load, agent.settings.capacity)}`}
      </span>
      <Icon name="chevronDown" />
    </button>
  )
}

const StatusButton = ({ language, agent, status }: Shift & { status: AgentStatus }) => {
  const words = wordsIn(language).workbench
  const asks = asksFirst(status, agent)
  return (
    <button
      class="menu-item"
      type={asks ? 'button' : 'submit'}
      name={asks ? undefined : 'status'}
      value={status}
      popovertarget={asks ? OFF_CARD : undefined}
      aria-haspopup={asks ? 'dialog' : undefined}
      data-status={status}
      aria-current={status === agent.status ? 'true' : undefined}
    >
      <span class="light" aria-hidden="true" />
      <span>
        <strong>{words[status]}</strong> <small>{words[hints[status]]}</small>
      </span>
    </button>
  )
}

/** Why they go away: goes with the button that says so. */
const AwayFor = ({ language, agent }: Shift) => {
  const words = meWords[language].away
  const isOwn = !isAwayReason(agent.awayFor)
  return (
    <form class="away-for" method="post" action={paths.workbench.status}>
      <input type="hidden" name="status" value="away" />
      <label for="away-reason">{words.reason}</label>
      <span class="select">
        <select id="away-reason" name="reason">
          <option value="">{words.none}</option>
          {awayReasons.map((reason) => (
            <option value={reason} selected={reason === agent.awayFor}>
              {words.reasons[reason]}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
      <label for="away-words">{words.words}</label>
      <input
        id="away-words"
        name="words"
        type="text"
        value={isOwn ? agent.awayFor : ''}
        autocomplete="off"
        dir="auto"
      />
      <Button wide>{words.go}</Button>
    </form>
  )
}
