import Box from '@mui/material/Box';

import type { SuggestionPart } from '@/api/rows';
import { Panel } from '@/components/panel';
import { Table } from '@/components/table';
import { ThinBar } from '@/components/thin-bar';

import { ReachCells, ReachHead, TELLS_FROM } from './reach-cells';

interface PartPanelProps {
  title: string;
  head: string;
  parts: readonly SuggestionPart[];
  name: (name: string) => string;
}

/** Showings by place or by reason, each with how many were opened. */
export function PartPanel({ title, head, parts, name }: PartPanelProps) {
  return (
    <Panel title={title} flush>
      <Table caption={title}>
        <ReachHead first={head} />
        <tbody>
          {parts.map((part) => (
            <tr key={part.name}>
              <td>
                {name(part.name)}
                <Box sx={{ mt: 1, maxWidth: 160 }}>
                  <ThinBar share={part.reach.shown >= TELLS_FROM ? part.reach.tapped / part.reach.shown : 0} height={4} />
                </Box>
              </td>
              <ReachCells reach={part.reach} />
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
