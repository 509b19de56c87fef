import type { AgentRow, AgentStatus } from '../../actors/summary'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

const statuses: readonly AgentStatus[] = ['ready', 'away', 'off']
const hints = { ready: 'readyHint', away: 'awayHint', off: 'offHint' } as const

type Shift = { language: Language; agent: Pick<AgentRow, 'status' | 'load' | 'settings'> }

/** Whether the agent takes part, and how many they hold. Swapped live as `#shift`. */
export const StatusSwitch = ({ language, agent }: Shift) => {
  const words = wordsIn(language).workbench
  return (
    <div id="shift" class="shift" data-status={agent.status}>
      <button class="pill" type="button" popovertarget="shift-menu">
        <span class="light" aria-hidden="true" />
        <span class="sr">{`${words.shift}: `}</span>
        {words[agent.status]}
        {agent.status !== 'off' && ` · ${words.load(agent.load, agent.settings.capacity)}`}
        <Icon name="chevronDown" />
      </button>
      <form
        id="shift-menu"
        popover="auto"
        class="menu"
        method="post"
        action={paths.workbench.status}
      >
        <p class="menu-title">{words.shift}</p>
        {statuses.map((status) => (
          <button
            class="menu-item"
            type="submit"
            name="status"
            value={status}
            data-status={status}
            aria-current={status === agent.status ? 'true' : undefined}
          >
            <span class="light" aria-hidden="true" />
            <span>
              <strong>{words[status]}</strong>
              <small>{words[hints[status]]}</small>
            </span>
          </button>
        ))}
      </form>
    </div>
  )
}
