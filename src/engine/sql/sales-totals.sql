-- The whole file in parts that add up to it: lines up to the as-of date with and without a customer (in the window, in the
-- prior window, before both), and lines after it.
select
  count(*) as line_count,
  sum(s.amount) as amount_total,
  count(case when s.sale_date <= cast($as_of as date) then 1 end) as lines_to_date,
  sum(case when s.sale_date <= cast($as_of as date) then s.amount end) as amount_to_date,
  count(case when s.sale_date > cast($as_of as date) then 1 end) as lines_after,
  sum(case when s.sale_date > cast($as_of as date) then s.amount end) as amount_after,
  count(case when s.customer_id is null and s.sale_date <= cast($as_of as date) then 1 end) as lines_unassigned,
  sum(case when s.customer_id is null and s.sale_date <= cast($as_of as date) then s.amount end) as amount_unassigned,
  count(case when s.customer_id is null and s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date)
    then 1 end) as lines_unassigned_in_window,
  sum(case when s.customer_id is null and s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date)
    then s.amount end) as amount_unassigned_in_window,
  count(case when s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date) then 1 end) as lines_in_window,
  sum(case when s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date) then s.amount end) as amount_in_window,
  count(case when s.sale_date > cast($prior_from as date) and s.sale_date <= cast($window_from as date) then 1 end) as lines_prior,
  sum(case when s.sale_date > cast($prior_from as date) and s.sale_date <= cast($window_from as date) then s.amount end) as amount_prior,
  min(case when s.sale_date <= cast($as_of as date) then s.sale_date end) as first_sale,
  max(case when s.sale_date <= cast($as_of as date) then s.sale_date end) as last_sale,
  count(s.line_cost) as lines_with_cost,
  count(case when s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date) then s.line_cost end) as lines_with_cost_in_window
from sales as s
