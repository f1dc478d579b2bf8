import type { BusinessNumber } from '@/api/rows';

/** A number as people read it, or its id while nobody wrote that down. */
export const numberName = ({ display_number: read, phone_number_id: id }: BusinessNumber) => (read === '' ? id : read);
