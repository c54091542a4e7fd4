-- Orders of the files up to the as-of date, of lines of either sign.
select count(distinct s.order_id) as order_count from sales as s where s.sale_date <= cast($as_of as date)
