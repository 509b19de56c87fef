import type { CannedReply } from '../../actors/canned/reply'
import { unknownIn } from '../../actors/text/template'
import type { OfficeContext } from '../office/context'
import { OfficeFrame } from '../office/frame'
import { Panel } from '../office/panel'
import { FormRefused } from '../office/refused'
import { Removal } from '../office/removal'
import { Button } from '../parts/button'
import { wordsIn } from '../words'
import { canned } from '../words/canned'
import { punctuation } from '../words/punctuation'
import { CannedFields, type Departments } from './fields'
import type { CannedPlace } from './list'
import { Variables } from './variables'

type Page = OfficeContext & { place: CannedPlace; reply: CannedReply; departments: Departments }

/** One of them: what it says and for whom it is, and its end. */
export const CannedReplyPage = ({ place, reply, departments, ...context }: Page) => {
  const { language, refused } = context
  const words = canned[language]
  const unknown = unknownIn([reply.body, ...Object.values(reply.bodies)].join('\n'))
  const again = refused?.form === 'revision' ? refused : undefined
  return (
    <OfficeFrame
      {...context}
      title={`/${reply.code}`}
      parent={{ path: place.list, name: words.title }}
    >
      <Panel
        id="text"
        title={reply.title}
        hint={
          unknown.length > 0
            ? words.unknown(unknown.map((one) => `{{${one}}}`).join(punctuation[language].list))
            : undefined
        }
      >
        <form method="post" action={place.revision(reply.id)} class="stack">
          <FormRefused refused={refused} form="revision" language={language} />
          <CannedFields
            {...{ language, reply, isOwn: place.isOwn, departments }}
            {...(again ? { refused: again } : {})}
          />
          <Variables language={language} />
          <div class="actions">
            <Button tone="primary">{wordsIn(language).office.save}</Button>
          </div>
        </form>
      </Panel>
      <Removal
        action={place.removal(reply.id)}
        name={reply.code}
        {...{ words, refused, language }}
      />
    </OfficeFrame>
  )
}
