import { insert, schema, stampOf } from './kefu'

export const at = Date.UTC(2025, 9, 3, 1)
export const MINUTE = 60_000
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const visitor = (visitor_id: string, more: object = {}) => ({
  visitor_id,
  visitor_name: '访客',
  business_id: 1,
  ...more,
})
const chat = (
  cid: number,
  visitor_id: string,
  minutes: number,
  more: Record<string, string | number | null> = {},
) => ({
  ...{
    cid,
    visitor_id,
    service_id: null as number | null,
    business_id: 1,
    content: `number ${cid}`,
    msg_type: 1,
  },
  ...{ direction: 'to_service', state: 'read', ...stampOf(at + minutes * MINUTE), ...more },
})
const toVisitor = { direction: 'to_visitor' }
const image = (url: string, name: string) =>
  JSON.stringify({ type: 'image', url, name, size: 70, mime_type: 'image/png' })
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

export const oddStatements = [
  ...schema,
  insert('service_groups', [{ id: 1, business_id: 1, group_name: '售后 &amp; 维修' }]),
  insert('services', [
    {
      service_id: 1,
      user_name: 'li',
      nick_name: '李 &quot;小&quot; 红',
      password_hash: 'x',
      business_id: 1,
      group_id: '1',
      email: 'Li@Shop.Test',
      level: 'manager',
      state: 'offline',
      max_concurrent_chats: 999,
    },
    {
      service_id: 2,
      user_name: '王 五',
      nick_name: '',
      password_hash: 'x',
      business_id: 1,
      group_id: '0',
      email: null,
      level: 'service',
      state: 'offline',
      max_concurrent_chats: 0,
    },
    {
      service_id: 3,
      user_name: 'li2',
      nick_name: 'Li',
      password_hash: 'x',
      business_id: 1,
      group_id: '7',
      email: 'li@shop.test',
      level: 'service',
      state: 'offline',
      max_concurrent_chats: null,
    },
  ]),
  insert('visitor_groups', [{ id: 4, group_name: '大客户' }]),
  insert('visitors', [
    visitor('visitor one', {
      visitor_name: 'Ann &amp; Co',
      group_id: 4,
      tags: '老客户, VIP，',
      is_top: 1,
      tel: '13800001111',
      connect: 'ann@shop.test',
      comment: 'line 1\nline 2',
      extends: '{"language":"en-US"}',
      country: '中国',
      province: '上海',
      city: '上海',
      ip: '203.0.113.9',
      is_blacklist: 0,
    }),
    visitor('Case', { visitor_name: 'ä½\u00a0å¥½', extends: 'no json', is_blacklist: 1 }),
    visitor('quiet'),
  ]),
  insert('chats', [
    chat(1, 'visitor one', 0, { content: 'it&#x27;s &lt;b&gt; A &amp; B 😀' }),
    chat(2, 'visitor one', 1, { ...toVisitor, content: '<p>您好！<b>请稍候</b></p>' }),
    chat(3, 'visitor one', 2, { ...toVisitor, service_id: 1, content: 'Hello &amp; welcome' }),
    chat(4, 'visitor one', 3, {
      msg_type: 2,
      content: image('/static/uploads/202510/a.png', '图 1.png'),
    }),
    chat(5, 'visitor one', 4, {
      msg_type: 2,
      content: escaped(image('/static/uploads/202510/gone.png', 'gone.png')),
    }),
    chat(6, 'visitor one', 5, {
      msg_type: 2,
      content: image('/static/../../etc/passwd', 'passwd.txt'),
    }),
    // Half an hour and a second later it is another talk.
    chat(7, 'visitor one', 35.02, { ...toVisitor, service_id: 9, content: 'from somebody gone' }),
    chat(8, ' CASE ', 0, { content: '字'.repeat(4_500) }),
    chat(9, 'Case', 1, { timestamp: null, content: 'by the clock on the wall' }),
    chat(10, 'nobody knows', 0, { created_at: '0000-00-00 00:00:00' }),
    chat(11, 'nobody knows', 1, { timestamp: 0, created_at: '0000-00-00 00:00:00' }),
    chat(12, 'nobody knows', 2, { content: '  ' }),
    chat(13, 'nobody knows', 3, { content: null }),
    chat(14, 'nobody knows', 4, { direction: 'sideways' }),
    chat(15, '', 4),
  ]),
  insert('service_ratings', [
    {
      id: 1,
      visitor_id: 'visitor one',
      service_id: 1,
      business_id: 1,
      rating: 4,
      comment: '不错 &amp; 快',
      tags: '["耐心","专业"]',
      ...created(6),
    },
    {
      id: 2,
      visitor_id: 'visitor one',
      service_id: 1,
      business_id: 1,
      rating: 5,
      comment: '',
      tags: null,
      ...created(7),
    },
    {
      id: 3,
      visitor_id: 'quiet',
      service_id: 1,
      business_id: 1,
      rating: 5,
      comment: '',
      tags: null,
      ...created(7),
    },
    {
      id: 4,
      visitor_id: 'Case',
      service_id: 1,
      business_id: 1,
      rating: 9,
      comment: '',
      tags: null,
      ...created(7),
    },
  ]),
  insert('comments', [
    {
      id: 1,
      service_id: 1,
      visitor_id: 'case',
      word_comment: 'fine',
      ...{ add_time: stampOf(at + 9 * MINUTE).created_at },
    },
  ]),
  insert('comment_details', [
    { id: 1, comment_id: 1, title: '服务态度', score: 3 },
    { id: 2, comment_id: 1, title: '响应速度', score: 4 },
  ]),
  insert('questions', [
    {
      qid: 1,
      business_id: 1,
      question: '运费&amp;税',
      keyword: '运费',
      answer: '<p>A</p><p>B &amp; C</p>',
      answer_text: '',
      status: 1,
    },
    {
      qid: 2,
      business_id: 1,
      question: '空',
      keyword: '',
      answer: '<p> </p>',
      answer_text: null,
      status: 0,
    },
  ]),
  insert('robots', [
    { id: 1, business_id: 1, keyword: '退货', reply: '七天 <br>无理由', status: 0 },
  ]),
]
function created(minutes: number) {
  return { created_at: stampOf(at + minutes * MINUTE).created_at }
}
