import type { AgentStatus } from '../../../actors/summary'
import type { PageContext } from '../../page-context'
import { Icon, type IconName } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { SearchPanelProps } from './found'

type Props = PageContext & Pick<SearchPanelProps, 'isMeant' | 'office'>

type Command = { icon: IconName; label: string; to?: string; status?: AgentStatus }

const commandsFor = (language: Language, office: string | null): Command[] => {
  const { search: words } = wordsIn(language)
  const { workbench } = paths
  return [
    { icon: 'inbox', label: words.toMine, to: workbench.list({ view: 'mine' }) },
    { icon: 'users', label: words.toLine, to: workbench.list({ view: 'line' }) },
    { icon: 'check', label: words.toClosed, to: workbench.list({ view: 'closed' }) },
    ...(office === null ? [] : [{ icon: 'settings' as const, label: words.toOffice, to: office }]),
    { icon: 'hand', label: words.beReady, status: 'ready' },
    { icon: 'coffee', label: words.beAway, status: 'away' },
  ]
}

/** Where to go and what to do, as far as it is what was typed. */
export const Commands = ({ language, isMeant, office }: Props) => {
  const found = commandsFor(language, office).filter(({ label }) => isMeant(label))
  if (found.length === 0) return null
  return (
    <section aria-labelledby="found-commands">
      <h2 id="found-commands">{wordsIn(language).search.commands}</h2>
      <ul>
        {found.map((command) => (
          <li>
            <CommandItem {...command} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const CommandItem = ({ icon, label, to, status }: Command) => {
  const inside = (
    <>
      <Icon name={icon} />
      <span class="find-who">{label}</span>
    </>
  )
  if (to !== undefined)
    return (
      <a class="find" href={to} data-find="">
        {inside}
      </a>
    )
  return (
    <form method="post" action={paths.workbench.status}>
      <button class="find" type="submit" name="status" value={status} data-find="">
        {inside}
      </button>
    </form>
  )
}
