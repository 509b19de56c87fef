import { type Filled, phrase } from '../../../actors/text/phrase'
import type { Sentence, Sentences, Values } from './blanks'

/** What can be done where a department is gone: choose, send to who is left, or start anew. */
const remedies: ReadonlySet<string> = new Set(['choose', 'sendAgain', 'startNew'])
const gone = ({ name, remedy = '' }: Values): Filled => {
  if (name !== undefined) return [{ name }, 'named']
  return [{}, remedies.has(`${remedy}`) ? `${remedy}` : 'choose']
}

/** How long somebody is kept out, where that has an end. */
const kept = ({ until }: Values): Filled => (until === undefined ? [{}] : [{ until }, 'until'])

const en = {
  visitorUnknown: () =>
    'No visitor is found by this, or several are. Use the id or the address of their page.',
  sameVisitor: () => 'This is the same visitor. Name the other one.',
  bothTalk: () => 'Both have a conversation that goes on. End or merge one of them first.',
  visitorMerged: () => 'One of them is one with another visitor already. Take that back first.',
  departmentUnknown: phrase(
    {
      choose: 'This department no longer exists. Please choose another one.',
      sendAgain:
        'This department no longer exists. Send it again, and whoever is there will read it.',
      startNew: 'This department no longer exists. Start a new chat; your text is kept.',
      named:
        'There is no department “{{name}}”. Write its name as the list of departments shows it.',
    },
    gone,
  ),
  departmentTaken: (values) =>
    `There is a department “${values.name ?? ''}” already. Write its name in this way, or use another.`,
  notYours: () => 'This conversation is not yours. Take it, or ask the colleague who holds it.',
  chatEnded: () => 'This chat has ended. Continue it or start a new one; your text is kept.',
  chatOpen: () => 'This chat is still open. End it first.',
  chatElsewhere: () =>
    'You have another chat open. Reload the page to go on there, or end that one first.',
  otherText: () => 'This message was already sent with other text. Send your new text as another.',
  otherAuthor: () =>
    'Somebody else wrote this in this browser, so it was not sent. The text is kept.',
  entryNotYours: () => 'Only whoever wrote it can do that.',
  entryTooOld: phrase(
    'A message can be changed for {{minutes}} minutes. This one stays as it is; write another instead.',
    ({ minutes = 5 }: Values) => [{ minutes }],
  ),
  entryWithdrawn: () => 'This message was removed, so nothing more can be done with it.',
  cardAnswered: () => 'This was answered already, and stays as it was answered.',
  cardButtonMissing: () => 'Write what at least one button says.',
  cardButtonUnknown: () =>
    'This card has no such button. Reload the page and press one of its own.',
  cardFieldMissing: () => 'Write at least one question.',
  cardTitleMissing: () => 'Write a title: it is what the visitor reads first.',
  cardAltMissing: () => 'Say what the picture shows, for whoever cannot see it.',
  cardImageMissing: () => 'Choose the picture that this describes, or leave the description empty.',
  cardImageNotValid: () => 'Choose one picture: JPEG, PNG, GIF or WebP.',
  linkNotValid: () => 'Write a whole link that begins with https:// or http://.',
  colleagueWrote: () =>
    'A colleague has written meanwhile, so this was not sent. Read it first; your text is kept.',
  tooManyScheduled: (values) =>
    `At most ${values.limit ?? 20} messages can wait here. Cancel one, or send yours now.`,
  scheduledGone: () => 'This message has been sent or cancelled already.',
  answersUnknown: () => 'The message you reply to cannot be found. Send yours without it.',
  answersInside: () =>
    'You reply to a note, which the visitor must not see. Write a note, or send it without the quote.',
  emojiNotValid: () => 'Choose one emoji.',
  tooManyReactions: phrase(
    'At most {{limit}} different reactions. Use one that is there.',
    ({ limit = 20 }: Values) => [{ limit }],
  ),
  notInThisState: () =>
    'That is no longer possible: the conversation has moved on. Reload to see it.',
  alreadyTaken: (values) =>
    `${values.name ? values.name : 'A colleague'} was quicker and has this conversation.`,
  atCapacity: () => 'You have no room now. End or hand over a conversation first.',
  goOnDuty: () => 'You are off duty. Set yourself to Ready or Away first, then take it.',
  agentAbsent: (values) => `${values.name ?? 'This colleague'} is not here now. Choose another.`,
  agentAtCapacity: (values) =>
    `${values.name ?? 'This colleague'} has no room now. Choose another.`,
  agentUnknown: () => 'There is no such colleague. Choose another.',
  agentIsSelf: () => 'It is yours already. Choose a colleague or a department.',
  agentCannotReply: (values) => `${values.name ?? 'This colleague'} may not reply. Choose another.`,
  ratingTwice: () => 'You have rated this chat already. Thank you!',
  neverAnswered: () => 'Nobody has answered in this chat, so there is nothing to rate yet.',
  tooManyTags: (values) => `At most ${values.limit ?? 20} tags. Remove one first.`,
  mergesItself: () => 'That is this conversation itself. Choose another one.',
  mergesIntoNone: () =>
    'There is no such conversation, or it has ended. Choose one that is still open.',
  mergedAlready: () => 'It has been merged already, and goes on in another conversation.',
  mergeIsOld: () => 'Nothing was merged from there within the last day.',
  splitsNowhere: () =>
    'A conversation is split at a message that has others before it. Choose such a one.',
  splitIsOld: () => 'It was not split within the last day, or goes on elsewhere.',
  blocked: phrase(
    {
      text: 'You cannot send messages here. What you wrote is still there.',
      until: 'You cannot send messages here until {{until}}. What you wrote is still there.',
    },
    kept,
  ),
  networkNotValid: () =>
    'Write an address or a network, like 203.0.113.9 or 2001:db8::/32, no wider than /8 or /16.',
  addressUnknown: () =>
    'Where this visitor writes from is not known. Block the visitor, or write an address in the office.',
  snoozeUnheld: () =>
    'Only a conversation that somebody holds can be snoozed. Take it first, or leave it as it is.',
  tooManyAttributes: (values) => `At most ${values.limit ?? 30} attributes. Remove one first.`,
  visitorTalks: () => 'This visitor is in a chat already.',
  invitationDeclined: () =>
    'This visitor has declined an invitation, and is not asked again for a while.',
  parked: () => 'Something in it is broken, and it cannot go on for now. What was written is kept.',
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  visitorUnknown: () => '没有找到这位访客，或匹配到多位。请填写对方的编号或页面地址。',
  sameVisitor: () => '这是同一位访客，请填写另一位。',
  bothTalk: () => '两位访客都有进行中的会话，请先结束或合并其中一个会话。',
  visitorMerged: () => '其中一位已并入其他访客，请先撤销该合并。',
  departmentUnknown: phrase(
    {
      choose: '这个部门已经不存在了。请选择其他部门。',
      sendAgain: '这个部门已经不存在了。请再次发送，将由在线的客服为您处理。',
      startNew: '这个部门已经不存在了。请开始新的对话，写好的内容会保留。',
      named: '没有部门“{{name}}”。请按部门列表中的写法填写名称。',
    },
    gone,
  ),
  departmentTaken: (values) =>
    `已有部门“${values.name ?? ''}”。请照此写法填写名称，或换用其他名称。`,
  notYours: () => '这个会话不由您接待。请先接入，或联系正在接待的同事。',
  chatEnded: () => '对话已结束。您可以继续这次对话或开始新的对话，写好的内容会保留。',
  chatOpen: () => '对话还在进行，请先结束。',
  chatElsewhere: () => '您还有另一个对话正在进行。请刷新页面继续该对话，或先将其结束。',
  otherText: () => '这条消息已用其他内容发送过，请把新内容作为另一条发送。',
  otherAuthor: () => '这段内容是此浏览器中的另一位用户写的，因此没有发送，内容会保留。',
  entryNotYours: () => '只有发送者本人可以这样做。',
  entryTooOld: phrase(
    '消息发送后 {{minutes}} 分钟内可以修改。这条已超过时限，请另发一条。',
    ({ minutes = 5 }: Values) => [{ minutes }],
  ),
  entryWithdrawn: () => '这条消息已撤回，无法再操作。',
  cardAnswered: () => '这张卡片已经回复过了，不能再次回复。',
  cardButtonMissing: () => '请至少填写一个按钮的文字。',
  cardButtonUnknown: () => '这张卡片没有该按钮，请刷新页面后重新选择。',
  cardFieldMissing: () => '请至少填写一个问题。',
  cardTitleMissing: () => '请填写标题，访客会先看到它。',
  cardAltMissing: () => '请填写图片说明，供看不到图片的访客了解。',
  cardImageMissing: () => '请选择图片，或清空图片说明。',
  cardImageNotValid: () => '请选择一张图片，支持 JPEG、PNG、GIF 或 WebP。',
  linkNotValid: () => '请填写以 https:// 或 http:// 开头的完整链接。',
  colleagueWrote: () => '同事刚刚写了新内容，这条消息尚未发送。请先查看，您写的内容已保留。',
  tooManyScheduled: (values) =>
    `最多可有 ${values.limit ?? 20} 条定时消息，请先取消一条，或立即发送。`,
  scheduledGone: () => '这条消息已发送或已取消。',
  answersUnknown: () => '找不到您要回复的消息，请取消引用后再发送。',
  answersInside: () => '您引用的是备注，访客不可见。请改为写备注，或取消引用后再发送。',
  emojiNotValid: () => '请选择一个表情。',
  tooManyReactions: phrase(
    '最多 {{limit}} 种表情，请使用已有的表情。',
    ({ limit = 20 }: Values) => [{ limit }],
  ),
  notInThisState: () => '会话状态已变化，现在无法这样做，请刷新查看。',
  alreadyTaken: (values) => `${values.name ? values.name : '一位同事'}已经先接入了这个会话。`,
  atCapacity: () => '您已达接待上限，请先结束或转接一个会话。',
  goOnDuty: () => '您已下班，请先把状态设为“在线”或“离开”，再接入会话。',
  agentAbsent: (values) => `${values.name ?? '这位同事'}现在不在线，请选择其他人。`,
  agentAtCapacity: (values) => `${values.name ?? '这位同事'}已达接待上限，请选择其他人。`,
  agentUnknown: () => '没有这位同事，请选择其他人。',
  agentIsSelf: () => '这个会话已由您接待，请选择其他同事或部门。',
  agentCannotReply: (values) => `${values.name ?? '这位同事'}没有回复权限，请选择其他人。`,
  ratingTwice: () => '您已经评价过这次对话了，谢谢！',
  neverAnswered: () => '这次对话还没有客服回复过，暂时无法评价。',
  tooManyTags: (values) => `最多 ${values.limit ?? 20} 个标签，请先移除一个。`,
  mergesItself: () => '这就是当前会话，请选择其他会话。',
  mergesIntoNone: () => '没有这个会话，或会话已结束。请选择仍在进行的会话。',
  mergedAlready: () => '这个会话已经合并，请在另一个会话中继续。',
  mergeIsOld: () => '最近一天内没有从该会话合并的内容。',
  splitsNowhere: () => '只能从前面还有消息的某条消息处拆分，请另选一条。',
  splitIsOld: () => '最近一天内没有拆分过，或会话已在别处继续。',
  blocked: phrase(
    {
      text: '您无法在此发送消息，已填写的内容仍在。',
      until: '您在 {{until}} 之前无法在此发送消息，已填写的内容仍在。',
    },
    kept,
  ),
  networkNotValid: () =>
    '请填写 IP 地址或网段，例如 203.0.113.9 或 2001:db8::/32（IPv4 不小于 /8，IPv6 不小于 /16）。',
  addressUnknown: () => '无法获知该访客的 IP 地址。请改为拉黑访客，或在后台直接填写地址。',
  snoozeUnheld: () => '只有接待中的会话可以设为稍后处理，请先接入。',
  tooManyAttributes: (values) => `最多 ${values.limit ?? 30} 个属性，请先移除一个。`,
  visitorTalks: () => '这位访客已在对话中。',
  invitationDeclined: () => '这位访客已拒绝过邀请，一段时间内不能再次邀请。',
  parked: () => '出了故障，暂时无法继续。已发送的内容都已保存。',
}

/** Of conversations, and where they go. */
export const conversations = { en, zh }
