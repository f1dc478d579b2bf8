import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';
import { ProductPicture } from '@/components/product-picture';

import { MarksAfter, MarksBefore } from './message-marks';
import { MessageMedia } from './message-media';
import { readParts, type MessageParts } from './message-parts';

/** What was said, as the customer saw it: picture, words, and what they could press. */
export function MessageContent({ message, used }: { message: Message; used: boolean }) {
  const { t } = useTranslation();
  const parts = readParts(message.content, message.text);
  const { marks } = message;
  if (marks.is_deleted) return <Box sx={{ px: 3.5, py: 2, color: 'tokens.text3', fontStyle: 'italic' }}>{t('marks.deleted')}</Box>;
  return (
    <>
      <MarksBefore marks={marks} />
      {marks.media && <MessageMedia media={marks.media} filename={parts.filename} />}
      <Box sx={{ display: 'flex', gap: 3, p: parts.imageUrl ? 1 : 0 }}>
        {parts.imageUrl && <ProductPicture src={parts.imageUrl} alt={message.text.split('\n')[0] ?? ''} width={96} height={112} />}
        <Box sx={{ px: parts.imageUrl ? 0 : 3.5, py: 2, pr: 3.5, minWidth: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {parts.body ? <Marked text={parts.body} /> : !marks.media && <Unsaid kind={message.kind} />}
          {parts.body && asksOrShows.has(message.kind) && <Unsaid kind={message.kind} small />}
          {parts.link && (
            <Box sx={{ mt: 1 }}>
              <Link href={parts.link.url} target="_blank" rel="noreferrer">
                {parts.link.label}
              </Link>
            </Box>
          )}
        </Box>
      </Box>
      {parts.cards.length > 0 && <Cards cards={parts.cards} />}
      {parts.choices.length > 0 && <Choices choices={parts.choices} used={used} asList={message.kind === 'list'} />}
      <MarksAfter marks={marks} />
    </>
  );
}

/** Text with the messenger's own mark for bold: *so*. */
function Marked({ text }: { text: string }) {
  const parts = text.split(/\*(\S(?:[^*\n]*\S)?)\*/);
  return parts.map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}

/** Kinds whose words do not tell what the customer can do with them. */
const asksOrShows: ReadonlySet<Message['kind']> = new Set(['location', 'contacts', 'document', 'location_request', 'contact_request', 'flow', 'address', 'product', 'product_list', 'product_carousel', 'catalog', 'order_details', 'order_status']);

/** Says what a message was, in place of its words or below them. */
function Unsaid({ kind, small = false }: { kind: Message['kind']; small?: boolean }) {
  const { t } = useTranslation();
  return <Box sx={{ color: 'tokens.text3', fontSize: small ? 13 : undefined }}>{t(`messageKind.${kind}`)}</Box>;
}

function Cards({ cards }: { cards: MessageParts['cards'] }) {
  return (
    <Box component="ul" tabIndex={0} sx={{ display: 'flex', gap: 2, m: 0, p: 2, pt: 0, listStyle: 'none', overflowX: 'auto' }}>
      {cards.map((card, index) => (
        <Box component="li" key={index} sx={{ width: 116, flexShrink: 0, fontSize: 13 }}>
          <ProductPicture src={card.imageUrl} width={116} height={128} />
          <Box sx={{ mt: 1 }}>{card.title}</Box>
        </Box>
      ))}
    </Box>
  );
}

interface ChoicesProps {
  choices: MessageParts['choices'];
  used: boolean;
  asList: boolean;
}

/** Buttons as the customer has them; grey once the customer went on. Nothing to press for us. */
function Choices({ choices, used, asList }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <Box component="ul" aria-label={t('inbox.choices')} sx={{ display: 'flex', flexDirection: asList ? 'column' : 'row', flexWrap: asList ? 'nowrap' : 'wrap', m: 0, p: 0, listStyle: 'none', borderTop: '1px solid', borderColor: 'tokens.line' }}>
      {choices.map((choice) => (
        <Box component="li" key={choice.id || choice.title} sx={{ flex: '1 1 auto', px: 3, py: 2, textAlign: asList ? 'left' : 'center', fontSize: 13, fontWeight: 600, color: used ? 'tokens.text3' : 'tokens.onPrimarySoft', '& + li': { borderLeft: asList ? 0 : '1px solid', borderTop: asList ? '1px solid' : 0, borderColor: 'tokens.line' } }}>
          {choice.title}
          {choice.description && <Box sx={{ fontWeight: 400, color: 'tokens.text2' }}>{choice.description}</Box>}
        </Box>
      ))}
    </Box>
  );
}
