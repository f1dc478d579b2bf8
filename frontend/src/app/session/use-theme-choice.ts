import { useColorScheme } from '@mui/material/styles';
import { useEffect } from 'react';

import type { Me } from '@/api/rows';

/** Keeps the page in the theme the person chose; "system" follows the device. */
export function useThemeChoice(choice: Me['user']['theme'] | undefined): void {
  const { setMode } = useColorScheme();
  useEffect(() => {
    if (choice) setMode(choice);
  }, [choice, setMode]);
}
