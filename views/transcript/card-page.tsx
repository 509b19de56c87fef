import type { SentFile } from '../../actors/entry'
import type { Card } from '../../actors/text/card'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { FormProblem } from '../parts/fields/field'
import { KeptText } from '../parts/fields/kept-text'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { CardParts } from './card'
import { AskedOnCard } from './card-form'

type Page = VisitorContext & {
  card: Card
  /** Its image, where it has one. */
  images: readonly SentFile[]
  clientId: string
  /** What was filled in and did not go, by the names of the fields. */
  answers: Readonly<Record<string, string>>
  /** Why it did not, and in which field. */
  problem: { says: string; field: string | undefined }
  /** Nothing is answered on it any more. */
  isOver: boolean
}

/** A card whose answer did not go, for who has no script: with what was filled in. */
export const CardAnswerPage = ({
  card,
  images,
  clientId,
  answers,
  problem,
  isOver,
  ...look
}: Page) => {
  const { language } = look
  const typed = card.fields.map((_, nth) => answers[`field.${nth}`]).filter(Boolean)
  const isOfField = !isOver && problem.field?.startsWith('field.')
  const problemOf = (field: string) => (field === problem.field ? problem.says : undefined)
  return (
    <Layout {...look} title={wordsIn(language).cards.answer} kind="plain">
      <main class="card entry-page card-page">
        <h1>{wordsIn(language).cards.answer}</h1>
        {!isOfField && <FormProblem says={problem.says} />}
        <div class="card-alone on-card">
          <CardParts card={card} files={images} language={language} />
        </div>
        {isOver && typed.length > 0 && <KeptText language={language} text={typed.join('\n')} />}
        {!isOver && <AskedOnCard {...{ language, card, clientId, answers, problemOf }} />}
        <LinkButton href={paths.chat.page} icon="arrowLeft">
          {wordsIn(language).entries.back}
        </LinkButton>
      </main>
    </Layout>
  )
}
