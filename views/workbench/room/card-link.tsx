import layoutList from 'lucide-static/icons/layout-list.svg' with { type: 'text' }
import { LinkButton } from '../../parts/button'
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { cards } from '../../words/cards'
import type { Language } from '../../words/language'

const icon = drawn(layoutList)

/** The way to where a card is made. */
export const CardLink = ({ language, conversation }: CardLinkProps) => (
  <LinkButton href={paths.workbench.cards(conversation)} tone="quiet">
    {icon}
    <span title={cards[language].openHint}>{cards[language].open}</span>
  </LinkButton>
)
type CardLinkProps = { language: Language; conversation: string }
