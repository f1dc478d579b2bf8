import type { ExampleOf } from '@/api/endpoints.gen';

/** What a message may be an example of, most useful first. Which words say stop is not for a shop to change. */
export const teachable: readonly ExampleOf['intent'][] = [
  'product_search', 'product_details', 'availability', 'price', 'discount', 'size_help', 'recommendation', 'shipping',
  'return_exchange', 'payment_methods', 'store_info', 'order_status', 'cancel_order', 'add_to_cart', 'view_cart',
  'edit_cart', 'checkout', 'human_agent', 'complaint', 'notify_restock', 'greeting', 'thanks', 'goodbye', 'affirm',
  'deny', 'change_language', 'opt_in', 'delete_data', 'out_of_scope',
];
